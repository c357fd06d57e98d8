"use client";

import { useEffect, useState } from "react";

/** The value once it has stood still for `patienceMs`. */
export function useDebounced<Value>(value: Value, patienceMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), patienceMs);
    return () => clearTimeout(timer);
  }, [value, patienceMs]);
  return settled;
}
