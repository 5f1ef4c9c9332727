import { LogOut, UserRound } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import type { Viewer } from "./account-menu";
import { Preferences } from "./preferences";

/** Who is signed in, how the page looks to them, and the way out. */
export async function AccountPanel({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations("layout");
  return (
    <div className="grid gap-1">
      <div className="grid px-2.5 py-1.5">
        <span className="truncate font-semibold">{viewer.name}</span>
        <span className="truncate text-ink2 text-meta">{viewer.email}</span>
      </div>
      <Preferences className="border-line border-y px-2.5 py-3" />
      {viewer.profileHref && (
        <Link href={viewer.profileHref} className="panel-item mt-1">
          <Icon of={UserRound} />
          {t("account.profile")}
        </Link>
      )}
      <Link href={viewer.signOutHref} prefetch={false} className="panel-item">
        <Icon of={LogOut} />
        {t("account.signOut")}
      </Link>
    </div>
  );
}
