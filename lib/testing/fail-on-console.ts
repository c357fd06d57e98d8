import { afterEach, beforeEach, expect, vi } from "vitest";

// Silence passes: anything a test prints by accident is a fault it hides.
beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  expect(console.warn).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
