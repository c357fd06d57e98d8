import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { EnvChip } from "@/components/codes/words/env-chip";
import { KindChip } from "@/components/codes/words/kind-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CodeKind, CodeStatus, EnvVersion } from "@/lib/codes/schema";

interface MarkedCode {
  kind: CodeKind;
  envVersion: EnvVersion;
  status: CodeStatus;
  heldUntil: Date | null;
  createdAt: Date;
}

/** What a card says of a code at its foot: kind, version, a status worth a word, and when. */
export function CodeMarks({ code }: { code: MarkedCode }) {
  return (
    <span className="mt-auto flex flex-wrap items-center gap-1">
      <KindChip kind={code.kind} />
      <EnvChip envVersion={code.envVersion} />
      {code.status === "minted" ? null : (
        <CodeStatusChip status={code.status} heldUntil={code.heldUntil} />
      )}
      <span className="ms-auto text-xs text-muted">
        <TimeStamp at={code.createdAt} />
      </span>
    </span>
  );
}
