"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { DraftNote } from "@/components/codes/mint/draft-note";
import { AccessSection } from "@/components/rooms/new/access-section";
import type { Named } from "@/components/rooms/new/choose-many";
import { FieldsSection } from "@/components/rooms/new/fields-section";
import { MadeRoom } from "@/components/rooms/new/made-room";
import type { MadeRoomWords } from "@/components/rooms/new/made-room";
import { RoomForm, toMakeRoomInput } from "@/components/rooms/new/room-form-values";
import type { RoomFormValues } from "@/components/rooms/new/room-form-values";
import { RoomPane } from "@/components/rooms/new/room-pane";
import { ShownSection } from "@/components/rooms/new/shown-section";
import { useRoomDraft } from "@/components/rooms/new/use-room-draft";
import { useRoomFieldLabels } from "@/components/rooms/new/use-room-field-labels";
import type { MakeRoom } from "@/components/rooms/room-verbs";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { ROOM_NAME_MAX_LENGTH } from "@/lib/rooms/schema";

interface NewRoomFormProps {
  /** Whose draft, and of which room it is made after. */
  draftKey: string;
  /** Empty, or as another room. */
  start: RoomFormValues;
  campaigns: readonly Named[];
  miniPrograms: readonly Named[];
  makeRoom: MakeRoom;
}

/** New log room: what a guest sees, how much of it, how long; beside it the log through the guest's eyes. */
export function NewRoomForm(props: NewRoomFormProps) {
  const { draftKey, start, campaigns, miniPrograms, makeRoom } = props;
  const t = useTranslations("logRooms.new");
  const router = useRouter();
  const labels = useRoomFieldLabels();
  const form = useForm<RoomFormValues, unknown, RoomFormValues>({
    resolver: zodResolver(RoomForm, undefined, { raw: true }),
    defaultValues: start,
  });
  const { control, handleSubmit, reset, setFocus } = form;
  const draft = useRoomDraft(form, draftKey);
  const { run, isPending, problem } = useAction(makeRoom);
  const [made, setMade] = useState<MadeRoomWords | null>(null);

  async function make(written: RoomFormValues) {
    const input = toMakeRoomInput(written);
    const answer = await run(input);
    if (!answer) return;
    draft.forget();
    setMade({ ...answer.data, password: input.password });
  }

  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        aria-label={t("title")}
        className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
        onSubmit={(event) => {
          event.preventDefault();
          void handleSubmit(make)(event);
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary control={control} setFocus={setFocus} labels={labels} />
          {draft.restoredAt ? (
            <DraftNote
              restoredAt={draft.restoredAt}
              onClear={() => {
                draft.forget();
                reset(start);
              }}
            />
          ) : null}
          <SectionCard>
            <TextInput
              control={control}
              name="name"
              label={t("name")}
              placeholder={t("nameExample")}
              help={t("nameHelp")}
              countTo={ROOM_NAME_MAX_LENGTH}
            />
          </SectionCard>
          <ShownSection campaigns={campaigns} miniPrograms={miniPrograms} />
          <FieldsSection />
          <AccessSection />
        </div>
        <RoomPane problem={problem} isPending={isPending} />
      </form>
      <MadeRoom
        made={made}
        onClose={() => {
          if (made) router.push(`/rooms/${made.roomId}`);
        }}
      />
    </FormProvider>
  );
}
