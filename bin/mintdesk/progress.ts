import { SingleBar } from "cli-progress";

export interface Progress {
  at(value: number, total: number, words?: string): void;
  /** Leaves the bar as it is and goes to the next line. */
  end(): void;
}

/** A bar on a terminal; nothing elsewhere, where it would only fill a log. */
export function openProgress(title: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { at: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `${title} [{bar}] {percentage}% {value}/{total} {words}`,
    stream,
    hideCursor: true,
    emptyOnZero: true,
    gracefulExit: false,
  });
  let isStarted = false;
  return {
    at(value, total, words = "") {
      if (!isStarted) bar.start(total, value, { words });
      isStarted = true;
      bar.setTotal(total);
      bar.update(value, { words });
    },
    end() {
      if (isStarted) bar.stop();
      isStarted = false;
    },
  };
}
