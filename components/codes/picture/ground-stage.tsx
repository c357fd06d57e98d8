import { cn } from "@heroui/styles";
import type { ReactNode } from "react";
import { GROUND_CSS } from "@/components/codes/picture/grounds";
import type { Ground } from "@/components/codes/picture/grounds";

interface GroundStageProps {
  ground: Ground;
  /** The picture, real or not; as wide as the stage lets it be. */
  children: ReactNode;
  /** Stands in the corner: real or preview. */
  badge?: ReactNode;
}

/** Shows a picture on one of the grounds it may be printed on. */
export function GroundStage({ ground, children, badge }: GroundStageProps) {
  return (
    <div
      className={cn(
        "relative grid aspect-[4/3] w-full place-items-center overflow-hidden rounded-xl border border-border",
        "transition-[background] duration-150",
      )}
      style={{ background: GROUND_CSS[ground] }}
    >
      <div className="absolute inset-y-[9%] left-1/2 aspect-square -translate-x-1/2">
        {children}
      </div>
      {badge ? (
        <div className="absolute top-3 left-3 flex items-center gap-1 rounded-full border border-zinc-300 bg-white px-2 py-0.5 text-xs font-medium text-zinc-700">
          {badge}
        </div>
      ) : null}
    </div>
  );
}
