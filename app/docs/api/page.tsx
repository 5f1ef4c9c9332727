import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { routes } from "@/app/api/v1/registry";
import { Endpoint, type EndpointTexts } from "@/components/api-reference/endpoint";
import { Brand } from "@/components/layout/brand";
import { SiteFooter } from "@/components/layout/site-footer";
import { buttonStyle } from "@/components/ui/button-style";
import { PageHeader } from "@/components/ui/page-header";
import { SkipLink } from "@/components/ui/skip-link";
import { referenceOf } from "@/lib/platform/http/reference";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiReference"))("title") };
}

/** The REST API for people, made of the same description that programs read. */
export default async function ApiReferencePage() {
  const [t, layout] = await Promise.all([getTranslations("apiReference"), getTranslations("layout")]);
  const sections = referenceOf(routes);
  const texts: EndpointTexts = {
    query: t("query"),
    body: t("body"),
    answer: t("answer"),
    anyKey: t("anyKey"),
    field: { name: t("field"), type: t("type"), required: t("required"), yes: t("yes"), no: t("no") },
  };
  return (
    <>
      <SkipLink>{layout("skip")}</SkipLink>
      <header className="mx-auto flex w-full max-w-page items-center justify-between gap-4 px-4 py-4 sm:px-8">
        <Brand />
        <a href="/api/v1/openapi.json" className={buttonStyle()}>
          OpenAPI
        </a>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid w-full max-w-page gap-10 px-4 pb-20 sm:px-8">
        <PageHeader title={t("title")} description={t("description")} />
        <pre className="overflow-visible whitespace-pre-wrap wrap-anywhere rounded-card bg-sunken p-4 text-meta">
          <code>{'curl -H "Authorization: Bearer ald_…" /api/v1/communities'}</code>
        </pre>
        <nav aria-label={t("sections")}>
          <ul className="flex flex-wrap gap-x-4 gap-y-2">
            {sections.map(({ name }) => (
              <li key={name}>
                <a className="link" href={`#${name}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {sections.map(({ name, endpoints }) => (
          <section key={name} id={name} aria-labelledby={`${name}-title`} className="grid gap-3">
            <h2 id={`${name}-title`}>{name}</h2>
            {endpoints.map((endpoint) => (
              <Endpoint key={endpoint.id} endpoint={endpoint} texts={texts} />
            ))}
          </section>
        ))}
      </main>
      <SiteFooter />
    </>
  );
}
