import { notFound } from "next/navigation";
import { PortalShell } from "@/components/layout/portal-shell";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { devPagesShown } from "../dev-pages-shown";

export default function PortalPage() {
  if (!devPagesShown()) notFound();
  return (
    <PortalShell
      tenant={{ slug: "corre-vila", name: "Corre Vila" }}
      title="Corre Vila"
      subtitle="3.482 membros · você está em 2 grupos"
      badges={{ announcements: 2 }}
    >
      <Card>
        <div className="flex items-start justify-between gap-3">
          <h2 className="font-sans text-reading">Treino longo de domingo 🏃‍♀️</h2>
          <Badge tone="brand">Evento</Badge>
        </div>
        <p className="mt-1.5">Oi, Marina! Nos vemos às 6h30 no portão 3 do Ibirapuera.</p>
        <div className="mt-3 grid grid-cols-2 gap-3">
          <Button variant="primary">Eu vou</Button>
          <Button>Não posso</Button>
        </div>
        <p className="mt-2 text-ink2 text-meta">214 confirmados · dom., 29 de nov.</p>
      </Card>
    </PortalShell>
  );
}
