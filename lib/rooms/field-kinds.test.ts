import { expect, test } from "vitest";
import { z } from "zod";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import { FIELD_NAMES } from "@/lib/audit/field-names";
import { fieldKinds, hasFieldKind } from "@/lib/rooms/field-kinds";

test("of every field an entry can record somebody said what it holds, so that rooms know what to blacken", () => {
  const recorded = Object.values(AUDIT_ACTIONS).flatMap((details: z.ZodType) =>
    details instanceof z.ZodObject ? Object.keys(details.shape) : [],
  );
  expect(recorded.length).toBeGreaterThan(100);
  const untold = new Set([...recorded, ...FIELD_NAMES].filter((name) => !hasFieldKind(name)));
  expect([...untold]).toEqual([]);
});

test("what nobody told of may hold anything", () => {
  expect(fieldKinds("brandNew")).toEqual(["text", "object", "person"]);
});
