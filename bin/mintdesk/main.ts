/** The command line as a program: `node --import tsx bin/mintdesk/main.ts codes list`. */
import { CommanderError } from "commander";
import "../exit-with-parent.mjs";
import { EXIT, exitCodeOf } from "./exit-codes";
import { Interrupted, UsageError } from "./failures";
import { localeOf } from "./locale";
import { makeProgram } from "./program";
import { sayIn } from "./say";
import { failureDocument, tellFailure } from "./tell-failure";
import { usageText } from "./usage-text";

/** Ctrl-C ends the waiting; a second one ends the program at once. */
function listenForEnd(): AbortSignal {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (end.signal.aborted) process.exit(EXIT.interrupted);
      end.abort();
    });
  }
  return end.signal;
}

async function main(args: string[]): Promise<number> {
  const say = sayIn(localeOf(process.env));
  const signal = listenForEnd();
  try {
    let exitCode: number = EXIT.done;
    const program = makeProgram({ env: process.env, signal, end: (code) => (exitCode = code) });
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has said what is wrong, or shown the help that was asked for.
      if (error.exitCode === 0 || error.code === "commander.help") {
        return error.exitCode === 0 ? EXIT.done : EXIT.usage;
      }
      return fail(new UsageError(usageText(error, say)));
    }
    if (signal.aborted || error instanceof Interrupted)
      return fail(new Interrupted(say("interrupted")));
    return fail(
      isFileFault(error) ? new UsageError(say("fileUnwritable", { cause: error.message })) : error,
    );
  }

  function fail(error: unknown): number {
    if (args.includes("--json")) {
      process.stdout.write(`${JSON.stringify(failureDocument(error), null, 2)}\n`);
    }
    process.stderr.write(`${tellFailure(error, say)}\n`);
    return exitCodeOf(error);
  }
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}

process.exitCode = await main(process.argv.slice(2));
