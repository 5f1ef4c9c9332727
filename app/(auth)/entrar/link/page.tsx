import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReturnTo } from "@/components/accounts/return-to";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { signInByLinkAction } from "@/lib/accounts/actions/sign-in";
import { type ReturnQuery, readReturnTo, readToken } from "../../read-return-to";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("link.title"), referrer: "no-referrer" };
}

/** The link of a mail only opens this page: programs that look into mails follow links, but press no buttons. */
export default async function LinkPage({ searchParams }: { searchParams: ReturnQuery }) {
  const [returnTo, token] = await Promise.all([readReturnTo(searchParams), readToken(searchParams)]);
  const t = await getTranslations("accounts.link");
  return (
    <AuthShell title={t("title")} description={t("description")}>
      <ActionForm action={signInByLinkAction.bind(null, "")} submitLabel={t("submit")}>
        <ReturnTo path={returnTo} />
        <input type="hidden" name="token" value={token} />
      </ActionForm>
    </AuthShell>
  );
}
