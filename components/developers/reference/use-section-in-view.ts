"use client";

import { useEffect, useState } from "react";

/** Below the top bar, in the upper part of the window, where people read. */
const READ_HERE = "-90px 0px -60% 0px";

/** The id of the section being read; the first of them where several are in view. */
export function useSectionInView(ids: readonly string[]): string | null {
  const [here, setHere] = useState<string | null>(null);
  useEffect(() => {
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) inView.add(target.id);
          else inView.delete(target.id);
        }
        setHere((before) => ids.find((id) => inView.has(id)) ?? before);
      },
      { rootMargin: READ_HERE },
    );
    for (const id of ids) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids]);
  return here;
}
