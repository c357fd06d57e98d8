import { expect, it } from "vitest";
import { keyExample } from "@/components/account/keys/key-example";

it("shows a request the key's scopes open, and none where there is no short one", () => {
  const example = keyExample("https://desk.example", "mk_x", ["quota:read", "codes:read"]);
  expect(example).toBe(
    'curl -OJ -H "Authorization: Bearer mk_x" "https://desk.example/api/codes/export?format=csv"',
  );
  expect(keyExample("https://desk.example", "mk_x", ["audit:read"])).toContain("/api/audit/export");
  expect(keyExample("https://desk.example", "mk_x", ["packs:read"])).toBeNull();
});
