import { markScene } from "@/components/codes/mint/mark-scene";
import { SCENE_MAX_LENGTH } from "@/lib/wechat/limits";

/** The scene as written, with each refused character and all beyond the 32nd marked. */
export function MarkedScene({ scene }: { scene: string }) {
  let end = 0;
  const runs = markScene(scene).map(({ text, isForbidden }) => {
    const start = end;
    end += text.length;
    const fitting = Math.max(0, Math.min(text.length, SCENE_MAX_LENGTH - start));
    return { start, isForbidden, inside: text.slice(0, fitting), beyond: text.slice(fitting) };
  });
  return (
    <p className="font-mono leading-6 break-all whitespace-pre-wrap">
      {runs.map(({ start, isForbidden, inside, beyond }) => (
        <span key={start}>
          {isForbidden && inside !== "" ? (
            <mark className="bg-danger text-danger-foreground rounded-sm px-0.5">{inside}</mark>
          ) : (
            inside
          )}
          {beyond === "" ? null : (
            <mark className="text-danger-soft-foreground bg-transparent line-through">
              {beyond}
            </mark>
          )}
        </span>
      ))}
    </p>
  );
}
