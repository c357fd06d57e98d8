import { markScene } from "@/components/codes/mint/mark-scene";
import { SCENE_MAX_LENGTH } from "@/lib/wechat/limits";

/** The scene as written, with each refused character and all beyond the 32nd marked. */
export function MarkedScene({ scene }: { scene: string }) {
  const runs = markScene(scene).map(({ start, text, isForbidden }) => {
    const fitting = Math.max(0, Math.min(text.length, SCENE_MAX_LENGTH - start));
    return { start, isForbidden, inside: text.slice(0, fitting), beyond: text.slice(fitting) };
  });
  return (
    <p className="font-mono leading-6 break-all whitespace-pre-wrap">
      {runs.map(({ start, isForbidden, inside, beyond }) => (
        <span key={start}>
          {isForbidden && inside !== "" ? (
            <mark className="rounded-sm bg-danger px-0.5 text-danger-foreground">{inside}</mark>
          ) : (
            inside
          )}
          {beyond === "" ? null : (
            <mark className="bg-transparent text-danger-soft-foreground line-through">
              {beyond}
            </mark>
          )}
        </span>
      ))}
    </p>
  );
}
