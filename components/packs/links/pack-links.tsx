"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LinkItem } from "@/components/packs/links/link-item";
import type { LinkVerbs } from "@/components/packs/links/link-verbs";
import { ShareDialog } from "@/components/packs/links/share-dialog";
import { RevokeDialog } from "@/components/ui/revoke-dialog";
import { SectionCard } from "@/components/ui/section-card";
import type { PackLinkRow } from "@/lib/packs/link-schema";

interface PackLinksProps extends LinkVerbs {
  packId: string;
  /** Only what is ready can be given away. */
  isReady: boolean;
  links: readonly PackLinkRow[];
  mayShare: boolean;
}

/** Who outside was given the pack, what they did with it, and the way to give it to somebody or take that back. */
export function PackLinks(props: PackLinksProps) {
  const { packId, isReady, links, mayShare, makeLink, revokeLink } = props;
  const t = useTranslations("packLinks");
  const [asked, setAsked] = useState<PackLinkRow | null>(null);

  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={t("text")}
      actions={mayShare && isReady ? <ShareDialog packId={packId} makeLink={makeLink} /> : null}
    >
      {links.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t(isReady ? "none" : "notReady")}</p>
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
          {links.map((link) => (
            <LinkItem
              key={link.id}
              link={link}
              onRevoke={mayShare ? () => setAsked(link) : undefined}
            />
          ))}
        </ul>
      )}
      <RevokeDialog
        asked={asked && { name: asked.name, input: { linkId: asked.id } }}
        revoke={revokeLink}
        namespace="packLinks"
        onClose={() => setAsked(null)}
      />
    </SectionCard>
  );
}
