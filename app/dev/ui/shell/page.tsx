import { notFound } from "next/navigation";
import { staffSections } from "@/components/layout/staff-sections";
import { StaffShell } from "@/components/layout/staff-shell";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CommunityIcon } from "@/components/ui/community-icon";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { PageHeader } from "@/components/ui/page-header";
import { devPagesShown } from "../dev-pages-shown";

const tenants = [
  { slug: "corre-vila", name: "Corre Vila" },
  { slug: "escola-sol", name: "Escola Sol" },
];

export default function ShellPage() {
  if (!devPagesShown()) notFound();
  return (
    <StaffShell
      tenant={tenants[0] ?? { slug: "", name: "" }}
      tenants={tenants}
      sections={staffSections}
      viewer={{ name: "Marina Alves", email: "marina@exemplo.com.br", role: "Dona", signOutHref: "/dev/ui" }}
      badges={{ conversations: 12, feedback: 3 }}
      banner={<Alert tone="warning" title="O teste termina em 3 dias" />}
    >
      <PageHeader
        lead={<CommunityIcon picture={{ kind: "emoji", emoji: "🏃", tile: 1 }} size="lg" />}
        title="Corre Vila"
        description="Clube de corrida da Vila Mariana · privada · criada em 3 de mar. de 2026"
        actions={
          <>
            <Button>Convidar</Button>
            <Button variant="primary">Novo aviso</Button>
          </>
        }
      />
      <EmptyState
        drawing={<HouseDrawing part="people" />}
        title="A casa está pronta, falta gente"
        actions={<Button variant="primary">Convidar membros</Button>}
      >
        Traga os contatos de uma planilha ou mande o link do convite.
      </EmptyState>
    </StaffShell>
  );
}
