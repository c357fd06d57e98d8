"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useSpanWords } from "@/components/sandbox/use-span-words";
import { ENDPOINTS, EVERY_ENDPOINT } from "@/lib/sandbox-control/schema";
import type { FaultRow, LatencyRow } from "@/lib/sandbox-control/row-schema";

/** The sandbox's names in words; what a newer sandbox may say besides is shown as it is. */
export function useSandboxWords() {
  const t = useTranslations("sandbox");
  const format = useFormatter();
  const { wait } = useSpanWords();

  const endpoint = (name: string) =>
    name === EVERY_ENDPOINT
      ? t("everyEndpoint")
      : t.has(`endpoints.${name}`)
        ? t(`endpoints.${name}`)
        : name;
  const faultKind = (kind: string) =>
    t.has(`faultKinds.${kind}`) ? t(`faultKinds.${kind}`) : kind;

  function fault({ kind, errcode, ms }: FaultRow["fault"]): string {
    if (errcode !== undefined)
      return t("faultWithErrcode", { fault: faultKind(kind), errcode: String(errcode) });
    return ms === undefined ? faultKind(kind) : t("faultWithWait", { wait: wait(ms) });
  }

  function moment({ times, nth, probability }: FaultRow): string {
    if (times !== null) return t("moments.first", { count: times });
    if (nth !== null) return t("moments.nth", { count: nth });
    if (probability !== null) {
      return t("moments.chance", { percent: format.number(Math.round(probability * 100)) });
    }
    return t("moments.always");
  }

  function latency(row: LatencyRow): string {
    switch (row.kind) {
      case "none":
        return t("latency.shown.none");
      case "fixed":
        return t("latency.shown.fixed", { wait: wait(row.ms) });
      case "uniform":
        return t("latency.shown.uniform", { least: wait(row.minMs), most: wait(row.maxMs) });
      case "lognormal":
        return t("latency.shown.lognormal", {
          median: wait(row.medianMs),
          sigma: format.number(row.sigma ?? 0),
          most: wait(row.maxMs),
        });
      default:
        return row.kind;
    }
  }

  const endpointOptions = ENDPOINTS.map((id) => ({ id, label: endpoint(id) }));

  return { endpoint, endpointOptions, faultKind, fault, moment, latency };
}
