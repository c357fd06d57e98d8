import { expect, it } from "vitest";
import { PLACE_NAMES } from "@/lib/packs/naming/place-names";
import { NAME_PLACEHOLDERS } from "./name-placeholders";

it("offers every place a name can have", () => {
  expect(NAME_PLACEHOLDERS.toSorted()).toEqual(PLACE_NAMES.toSorted());
});
