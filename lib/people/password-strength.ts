import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { COMMON_PINYIN } from "@/lib/people/common-pinyin";
import type { PasswordRating, PasswordWeakness } from "@/lib/people/profile-schema";

/** From here on a password takes a hundred million guesses. */
const ENOUGH = 3;
/** What is longer is judged by its beginning: reading all of it takes too long, and it is strong anyway. */
const JUDGED_LENGTH = 64;
const OUR_WORDS = ["mintdesk", "matai", "wechat", "weixin", "xiaochengxu", "miniprogram"];

const WEAKNESSES: Partial<Record<string, PasswordWeakness>> = {
  straightRow: "keyboard",
  keyPattern: "keyboard",
  simpleRepeat: "repeat",
  extendedRepeat: "repeat",
  sequences: "sequence",
  recentYears: "date",
  dates: "date",
  topTen: "common",
  topHundred: "common",
  common: "common",
  similarToCommon: "common",
  wordByItself: "common",
  namesByThemselves: "name",
  commonNames: "name",
  userInputs: "own",
};

// Half a megabyte of known passwords, read when the first one is judged.
let estimator: Promise<ZxcvbnFactory> | undefined;

async function openEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, "passwords-pinyin": COMMON_PINYIN },
    graphs: adjacencyGraphs,
    maxLength: JUDGED_LENGTH,
  });
}

/** How hard a password is to guess for somebody who knows what is `known` of its owner: name and mail. */
export async function passwordStrength(
  password: string,
  known: readonly string[],
): Promise<PasswordRating> {
  estimator ??= openEstimator();
  const words = known.flatMap(piecesOf).filter(Boolean);
  const { score, feedback } = (await estimator).check(password, [...words, ...OUR_WORDS]);
  const isEnough = score >= ENOUGH;
  const weakness = WEAKNESSES[feedback.warning ?? ""] ?? "short";
  return { score, isEnough, weakness: isEnough ? null : weakness };
}

/** Of lin.yue@tea.com: itself, lin.yue, tea.com, linyue, teacom, lin, yue, tea, com. */
function piecesOf(text: string): string[] {
  const halves = text.split("@");
  const joined = halves.map((half) => half.replaceAll(/[\s.+_-]/g, ""));
  return [text, ...halves, ...joined, ...text.split(/[\s@.+_-]+/)];
}
