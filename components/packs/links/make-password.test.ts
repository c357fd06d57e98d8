import { expect, test } from "vitest";
import { makePassword } from "@/components/packs/links/make-password";

test("a password is another one every time, and can be read out", () => {
  const passwords = Array.from({ length: 200 }, makePassword);
  expect(new Set(passwords).size).toBe(200);
  for (const password of passwords) {
    expect(password).toMatch(/^[a-zX2-9]{4}(-[a-zX2-9]{4}){3}$/);
    expect(password).not.toMatch(/[il1o0]/);
  }
  // Every one of 32 letters, each as likely as any other.
  expect(new Set(passwords.join("").replaceAll("-", "")).size).toBe(32);
});
