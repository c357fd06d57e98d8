"use client";

import { Button, Description, Label, TextArea, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { FILE_BODY } from "@/components/developers/try/draft";
import type { Draft } from "@/components/developers/try/draft";
import type { Body, JsonSchema } from "@/components/developers/reference/reference";
import { useFileSize } from "@/components/ui/use-file-size";

interface FormPartsProps {
  body: Body | undefined;
  /** Several named parts; else one file is the whole body. */
  isForm: boolean;
  parts: Draft["parts"];
  onChange: (parts: Draft["parts"]) => void;
}

/** The parts of an upload: a file to choose, and text beside it. */
export function FormParts({ body, isForm, parts, onChange }: FormPartsProps) {
  const t = useTranslations("developers.try");
  const set = (name: string, part: string | File) => onChange({ ...parts, [name]: part });
  if (!isForm) {
    return (
      <FilePart label={t("file")} file={parts[FILE_BODY]} onFile={(file) => set(FILE_BODY, file)} />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {Object.entries(body?.schema.properties ?? {}).map(([name, schema]) =>
        isBinary(schema) ? (
          <FilePart key={name} label={name} file={parts[name]} onFile={(file) => set(name, file)} />
        ) : (
          <TextField
            key={name}
            fullWidth
            value={String(parts[name] ?? "")}
            onChange={(text) => set(name, text)}
          >
            <Label>{name}</Label>
            <TextArea rows={1} spellCheck={false} className="font-mono text-[13px] leading-5" />
            {schema.description ? <Description lang="en">{schema.description}</Description> : null}
          </TextField>
        ),
      )}
    </div>
  );
}

const isBinary = ({ format, ...schema }: JsonSchema) =>
  format === "binary" || "contentMediaType" in schema || "contentEncoding" in schema;

interface FilePartProps {
  label: string;
  file: string | File | undefined;
  onFile: (file: File) => void;
}

function FilePart({ label, file, onFile }: FilePartProps) {
  const t = useTranslations("developers.try");
  const fileSize = useFileSize();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="font-medium">{label}</span>
      <FileTrigger
        onSelect={(files) => {
          const chosen = files?.[0];
          if (chosen) onFile(chosen);
        }}
      >
        <Button size="sm" variant="outline">
          {t("chooseFile")}
        </Button>
      </FileTrigger>
      <span className="text-sm break-all text-muted">
        {file instanceof File ? `${file.name} · ${fileSize(file.size)}` : t("noFile")}
      </span>
    </div>
  );
}
