import { Command } from "commander";
import { addAuditCommands } from "./commands/audit";
import { addBatchCommands } from "./commands/batches";
import { addRunBatchCommand } from "./commands/run-batch";
import { addCampaignCommands } from "./commands/campaigns";
import { addCodeCommands } from "./commands/codes";
import { addMiniProgramCommands } from "./commands/mini-programs";
import { addMintCommand } from "./commands/mint";
import { addPackCommands } from "./commands/packs";
import { addSceneCommands } from "./commands/scenes";
import { openDesk } from "./desk";
import type { Desk, SharedOptions } from "./desk";
import { localeOf } from "./locale";
import { sayIn } from "./say";
import type { Say } from "./say";

export interface Start {
  env: NodeJS.Dict<string>;
  signal: AbortSignal;
  /** Takes an exit code that is no failure of the command itself. */
  end(exitCode: number): void;
}

/** What a file of commands is built with. */
export interface Setup {
  say: Say;
  /** Ties a command to its work; a number it gives is the exit code. */
  run<Options extends object>(
    command: Command,
    work: (desk: Desk, options: Options, ...args: string[]) => Promise<number | void>,
  ): void;
}

/** All commands with their help, in the language of the terminal. */
export function makeProgram({ env, signal, end }: Start): Command {
  const say = sayIn(localeOf(env));
  const setup: Setup = {
    say,
    run(command, work) {
      command.action(async () => {
        const desk = openDesk(command.optsWithGlobals<SharedOptions>(), env, signal);
        end((await work(desk, command.opts(), ...command.args)) ?? 0);
      });
    },
  };
  const program = makeRoot(say);
  addMiniProgramCommands(program, setup);
  addCampaignCommands(program, setup);
  const codes = addCodeCommands(program, setup);
  addMintCommand(codes, setup);
  const batches = addBatchCommands(program, setup);
  addRunBatchCommand(batches, setup);
  addSceneCommands(program, setup);
  addPackCommands(program, setup);
  addAuditCommands(program, setup);
  return program;
}

function makeRoot(say: Say): Command {
  const titles: Record<string, string> = {
    "Usage:": say("helpUsage"),
    "Arguments:": say("helpArguments"),
    "Options:": say("helpOptions"),
    "Global Options:": say("helpGlobalOptions"),
    "Commands:": say("helpCommands"),
  };
  return new Command("mintdesk")
    .description(say("helpProgram"))
    .option("--url <url>", say("helpUrl"))
    .option("--key-file <file>", say("helpKeyFile"))
    .option("--json", say("helpJson"))
    .helpOption("-h, --help", say("helpHelp"))
    .helpCommand("help [command]", say("helpHelp"))
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
}
