import { isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactAddress, redactText } from "@/lib/rooms/redact-text";

const around = fc.constantFrom("", " ", "来自 ", "from ", "(", "“", "at:", "IP=", "\n");
const behind = fc.constantFrom("", " ", "。", ".", ", ", ")", "”", ":", ":8080", "/24", "\n");

describe("redacting a text", () => {
  it("leaves no mail address whole, wherever it stands", () => {
    fc.assert(
      fc.property(around, fc.emailAddress(), behind, (before, mail, after) => {
        const shown = redactText(`${before}${mail}${after}`, ["mails"]);
        expect(shown).not.toContain(mail);
        expect(shown).not.toContain(mail.slice(mail.indexOf("@")));
      }),
    );
  });

  it("leaves the host of no network address, wherever it stands", () => {
    fc.assert(
      fc.property(around, fc.oneof(fc.ipV4(), fc.ipV6()), behind, (before, address, after) => {
        fc.pre(isIP(address) !== 0);
        const shown = redactText(`${before}${address}${after}`, ["addresses"]);
        expect(shown).toContain("•••");
        expect(shown).not.toContain(address);
      }),
    );
  });

  it.each([
    ["192.0.2.17", "192.0.2.•••"],
    ["::ffff:192.0.2.17", "192.0.2.•••"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2:•••"],
    ["2001:db8::1", "2001:db8:0:0:•••"],
    ["unknown", "•••"],
    ["", "•••"],
  ])("cuts the address %j to its network", (address, shown) => {
    expect(redactAddress(address)).toBe(shown);
  });

  it.each([
    ["lin.yue@example.com", "l•••@…"],
    ["林悦@公司.cn，请看", "林•••@…，请看"],
    ["ask <ops@example.com> or sales@example.com.", "ask <o•••@…> or s•••@…"],
    ["@", "@"],
  ])("cuts the mail address in %j", (text, shown) => {
    expect(redactText(text, ["mails"])).toBe(shown);
  });

  it.each(["10:32:45", "2026-11-22T02:30:45.000Z", "pages/spring/index?a=1", "1.5 MB", "a:b:c"])(
    "leaves %j, which is none, alone",
    (text) => {
      expect(redactText(text, ["addresses", "mails"])).toBe(text);
    },
  );

  it("changes nothing nobody asked for", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(redactText(text, [])).toBe(text);
      }),
    );
  });
});
