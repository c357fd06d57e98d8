import { format, getFormatDateInfo, isValidFormat } from "numfmt";

const PATTERN_MAX_LENGTH = 255;
/** As many as Excel keeps. */
const DIGITS = 15;
const DAYS_TO_1904 = 1_462;
/** Formats that show a whole number as its digits. */
const PLAIN = /^(?:General|@|0(?:_.)*(?:;.*)?)$/i;
const CHINESE_TAG = "[$-804]";

/**
 * How a number format shows the numbers of a worksheet, as written in it: what a person sees there, but
 * never shortened to fit its column.
 */
export function numberShower(pattern: string, is1904: boolean): (raw: string) => string {
  const show = valueShower(pattern, is1904);
  // Order numbers of 16 and more digits, which other programs than Excel keep whole.
  const keepsDigits = PLAIN.test(pattern);
  return (raw) => {
    if (keepsDigits && /^[1-9]\d*$/.test(raw)) return raw;
    const value = Number(raw);
    return raw === "" || !Number.isFinite(value) ? raw : show(value);
  };
}

function valueShower(pattern: string, is1904: boolean): (value: number) => string {
  const chinese = inChinese(pattern);
  const isUsable = pattern.length <= PATTERN_MAX_LENGTH && isValidFormat(chinese);
  if (!isUsable || /^(?:General|@)$/i.test(chinese)) return showPlain;
  const { year, month, day } = getFormatDateInfo(chinese);
  const shift = is1904 && (year || month || day) ? DAYS_TO_1904 : 0;
  return (value) => format(chinese, value + shift, { locale: "en" });
}

function showPlain(value: number): string {
  const rounded = Number(value.toPrecision(DIGITS));
  const text = String(rounded === 0 ? 0 : rounded);
  // Very large and very small: Excel shows them so as well.
  return text.includes("e") ? format("General", rounded, { locale: "en" }) : text;
}

/** Chinese weekdays and halves of the day, which Excel writes in its own language's way. */
function inChinese(pattern: string): string {
  const general = pattern.replaceAll("G/通用格式", "General").replaceAll("上午/下午", "AM/PM");
  const isTagged = general.includes("[$-");
  const isChinese = pattern.includes("上午/下午") || /a{3,4}/i.test(pattern);
  return isChinese && !isTagged ? CHINESE_TAG + general : general;
}
