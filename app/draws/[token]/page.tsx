import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DrawRecord } from "@/components/blocks/draw-record";
import { AuthShell } from "@/components/layout/auth-shell";
import { findDraw } from "@/lib/blocks/queries/find-draw";

export const metadata: Metadata = { robots: { index: false } };

/** The record of a draw for anybody who has its address (A20): digests, tickets, and the sum done again in their browser. */
export default async function DrawPage({ params }: { params: Promise<{ token: string }> }) {
  const draw = await findDraw((await params).token);
  if (!draw) notFound();
  const t = await getTranslations("blocks.draw");
  return (
    <AuthShell title={draw.prize} description={t("by", { tenant: draw.tenantName })}>
      <DrawRecord draw={draw} />
    </AuthShell>
  );
}
