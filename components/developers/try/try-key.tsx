"use client";

import { createContext, useContext, useMemo, useState } from "react";
import type { ReactNode } from "react";

interface TryKeyValue {
  apiKey: string;
  setApiKey: (apiKey: string) => void;
}

const TryKeyContext = createContext<TryKeyValue>({ apiKey: "", setApiKey: () => {} });

/** The key calls are tried with: it lives as long as the page, and is written down nowhere. */
export function TryKey({ children }: { children: ReactNode }) {
  const [apiKey, setApiKey] = useState("");
  const value = useMemo(() => ({ apiKey, setApiKey }), [apiKey]);
  return <TryKeyContext value={value}>{children}</TryKeyContext>;
}

export const useTryKey = (): TryKeyValue => useContext(TryKeyContext);
