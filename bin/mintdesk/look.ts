import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { UsageError } from "./failures";
import type { Kind } from "./kinds";
import type { Say } from "./say";

/** What codes and batches say alike. */
export interface LookOptions {
  campaign?: string;
  tag?: string[];
  width?: number;
  color?: string;
  hyaline?: boolean;
  env?: string;
  checkPath: boolean;
}

export function addLookOptions(command: Command, say: Say): void {
  const wholeNumber = (text: string) => {
    if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError(say("numberWrong"));
    return Number(text);
  };
  command
    .option("--campaign <name>", say("helpCampaign"))
    .option("--tag <tag...>", say("helpTag"))
    .option("--width <pixels>", say("helpWidth"), wholeNumber)
    .option("--color <color>", say("helpColor"))
    .option("--hyaline", say("helpHyaline"))
    .option("--env <version>", say("helpEnv"))
    .option("--no-check-path", say("helpNoCheckPath"));
}

/** Only what was said: the rest is the mini program's own, or the usual. Throws UsageError for what a kind cannot. */
export function lookOf(kind: Kind, options: LookOptions, say: Say): Record<string, unknown> {
  const { tag: tags, width, color, hyaline: isHyaline, env: envVersion, checkPath } = options;
  if (kind === "WXA_QRCODE" && (color ?? isHyaline ?? envVersion) !== undefined) {
    throw new UsageError(say("lookless"));
  }
  return {
    tags,
    width,
    isHyaline,
    envVersion,
    ...(color === "auto" && { autoColor: true }),
    ...(color !== undefined && color !== "auto" && { lineColor: color }),
    ...(!checkPath && kind === "WXACODE_UNLIMITED" && { checkPath }),
  };
}
