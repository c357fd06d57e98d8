/**
 * What stands in the details and changes of entries, by name. `closed`: one of a few words of the program's own, a
 * number, a moment or a hash. `open`: technical, but written by people. `text`: free text and labels of theirs.
 * `person` and `object`: names somebody or something else.
 */
export type FieldKind = "closed" | "open" | "text" | "person" | "object";

const NAMES: Readonly<Record<FieldKind, readonly string[]>> = {
  closed: namesIn(`
    role by kind form format why holderKind envVersion permission scopes fields redactions
    replacedSecrets permissionSets selection expiresAt effectiveFrom at retiredAt retiredWhy
    sha256 digest hasPassword mayExport hasNewSecret wasCounted lookCounts tokenSource
    endedSessionCount leftCount resealedCount entryCount fieldCount sceneCount leftOutCount
    limitedCount rowCount codeCount skippedCount mintedCount refusedCount unknownCount
    problemCount doneCount leftOut errcode errcodes amount numUsed spent share version
    returnsTo sceneValue attempt row byteSize takesMax scanRetentionDays appKind
    lifetimeLimit dailyLimit callsPerMinute approvalThreshold defaultWidth defaultLineColor
    repeatUnknownLimited secondFactor locale timeZone theme eventType eventTypes`),
  open: namesIn(`
    target scene page payload fallbackPage fallbackPayload defaultPage wechatAppId
    componentAppId apiHost tokenServerUrl payloadFields channelField setKeys removedKeys
    columns design url`),
  text: ["reason", "comment", "note", "label", "tags", "addedTags", "removedTags"],
  person: ["email", "requestedBy", "startedBy"],
  object: ["platform", "miniProgram", "campaign", "campaignId", "codeIds"],
};

/** Of several kinds at once: names typed by people, of things or of whoever something is for. */
const MIXED: Readonly<Record<string, readonly FieldKind[]>> = {
  name: ["text", "object", "person"],
  batch: ["text", "object"],
  link: ["text", "person"],
  holder: ["object", "person"],
  filter: ["text", "object", "person"],
  slice: ["text", "object"],
};

const KINDS = new Map<string, readonly FieldKind[]>([
  ...Object.entries(NAMES).flatMap(([kind, names]) =>
    names.map((name) => [name, [kind as FieldKind]] as const),
  ),
  ...Object.entries(MIXED),
]);

/** Whether somebody has said what a field of this name holds. */
export function hasFieldKind(name: string): boolean {
  return KINDS.has(name);
}

/** What a field may hold; of one that nobody has told of, anything. */
export function fieldKinds(name: string): readonly FieldKind[] {
  return KINDS.get(name) ?? ["text", "object", "person"];
}

function namesIn(text: string): string[] {
  return text.trim().split(/\s+/);
}
