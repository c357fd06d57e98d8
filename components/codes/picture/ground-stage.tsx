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
        "border-border relative grid aspect-[4/3] w-full place-items-center overflow-hidden rounded-xl border",
        "transition-[background] duration-150",
      )}
      style={{ background: GROUND_CSS[ground] }}
    >
      <div className="aspect-square h-4/5">{children}</div>
      {badge ? <div className="absolute top-3 left-3">{badge}</div> : null}
    </div>
  );
}
