import type { CommanderError } from "commander";
import type { Say } from "./say";

const WORDS_BY_CODE = {
  "commander.missingArgument": "usageArgumentMissing",
  "commander.optionMissingArgument": "usageValueMissing",
  "commander.missingMandatoryOptionValue": "usageOptionMissing",
  "commander.unknownOption": "usageOptionUnknown",
  "commander.excessArguments": "usageTooMany",
  "commander.unknownCommand": "usageCommandUnknown",
  "commander.invalidArgument": "usageValueWrong",
} as const;

/** What is wrong with the way a command was called, in the reader's language. */
export function usageText({ code, message }: CommanderError, say: Say): string {
  const word = Object.entries(WORDS_BY_CODE).find(([known]) => known === code)?.[1];
  const what = /'([^']*)'/.exec(message)?.[1] ?? "";
  return `${word ? say(word, { what }) : message.replace(/^error: /, "")} ${say("usageHelp")}`;
}
