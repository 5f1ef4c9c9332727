import { notFound } from "next/navigation";
import { Preferences } from "@/components/layout/preferences";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Toaster } from "@/components/ui/toaster";
import { devPagesShown } from "./dev-pages-shown";
import { FormSamples } from "./form-samples";
import { LayerSamples } from "./layer-samples";
import { ListSamples } from "./list-samples";
import { PictureSamples } from "./picture-samples";
import { StateSamples } from "./state-samples";

export const metadata = { title: "Galeria" };

/** Every primitive in every state, for the eye and for the tests. Texts here are samples, hence not translated. */
export default function GalleryPage() {
  if (!devPagesShown()) notFound();
  return (
    <main id="main" className="mx-auto grid w-full max-w-page gap-12 px-4 py-8 sm:px-8">
      <PageHeader
        title="Galeria"
        description="Cada peça da interface em cada estado."
        actions={
          <>
            <LinkButton href="/dev/ui/shell">Painel</LinkButton>
            <LinkButton href="/dev/ui/portal">Portal</LinkButton>
            <LinkButton href="/dev/ui/auth">Entrada</LinkButton>
          </>
        }
        className="mb-0"
      />
      <Preferences className="max-w-72" />
      <StateSamples />
      <FormSamples />
      <LayerSamples />
      <ListSamples />
      <PictureSamples />
      <Toaster />
    </main>
  );
}
