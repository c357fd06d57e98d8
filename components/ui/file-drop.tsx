"use client";

import { Button } from "@heroui/react";
import { Upload } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { DropZone } from "react-aria-components/DropZone";
import type { DropZoneProps } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { RefCallBack } from "react-hook-form";
import { useFileSize } from "@/components/ui/use-file-size";

interface FileDropProps {
  words: { zone: string; drop: string; choose: string; chooseOther: string; note: string };
  /** The file in hand. */
  file: { name: string; size: number } | null;
  fileIcon: LucideIcon;
  onFile: (file: File) => void;
  /** Several things, or something that is no file. */
  onRefused: () => void;
  acceptedFileTypes?: readonly string[];
  buttonRef?: RefCallBack;
  /** What is said when it does not do. */
  error?: string;
  isPrimary?: boolean;
  /** Between the name of the file and the button. */
  children?: ReactNode;
}

type Dropped = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0];

/** One file: dropped on the zone, pasted into it, or chosen. */
export function FileDrop(props: FileDropProps) {
  const { words, file, fileIcon: FileIcon, onFile, onRefused, acceptedFileTypes } = props;
  const { buttonRef, error, isPrimary = false, children } = props;
  const fileSize = useFileSize();

  async function drop({ items }: Dropped) {
    const [only, ...others] = items;
    if (only?.kind === "file" && others.length === 0) onFile(await only.getFile());
    else onRefused();
  }

  return (
    <div className="flex flex-col gap-2">
      <DropZone
        aria-label={words.zone}
        getDropOperation={() => "copy"}
        onDrop={(event) => void drop(event)}
        className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-field-border px-5 py-7 text-center transition-colors data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft data-[focus-visible]:border-accent"
      >
        {file ? (
          <FileIcon aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
        ) : (
          <Upload aria-hidden className="size-7 text-muted" strokeWidth={1.5} />
        )}
        <p className="max-w-full text-sm">
          {file ? (
            <>
              <span className="font-medium break-all">{file.name}</span>{" "}
              <span className="whitespace-nowrap text-muted">{fileSize(file.size)}</span>
            </>
          ) : (
            words.drop
          )}
        </p>
        {children}
        <FileTrigger
          acceptedFileTypes={acceptedFileTypes}
          onSelect={(files) => {
            // Choosing nothing in the dialog changes nothing.
            const chosen = files?.[0];
            if (chosen) onFile(chosen);
          }}
        >
          <Button ref={buttonRef} variant={isPrimary && !file ? "primary" : "outline"} size="sm">
            {file ? words.chooseOther : words.choose}
          </Button>
        </FileTrigger>
        <p className="text-xs text-muted">{words.note}</p>
      </DropZone>
      {error ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {error}
        </p>
      ) : null}
    </div>
  );
}
