import type { Guest } from "@/lib/gate/pages/guest";

const TIME_ZONE = "Asia/Shanghai";

/** Times as guests read them: those of Beijing. */
export function roomTimes({ locale, words }: Guest) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: TIME_ZONE });
  const clock = new Intl.DateTimeFormat(locale, {
    timeStyle: "medium",
    hourCycle: "h23",
    timeZone: TIME_ZONE,
  });
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "medium",
    hourCycle: "h23",
    timeZone: TIME_ZONE,
  });
  return {
    day: (at: Date) => day.format(at),
    clock: (at: Date) => clock.format(at),
    moment: (at: Date) => words("logRooms.page.beijingTime", { time: moment.format(at) }),
  };
}
