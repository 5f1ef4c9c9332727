import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, SectionCard } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HouseDrawing } from "@/components/ui/house-drawing";
import { Meter } from "@/components/ui/meter";
import { Pagination } from "@/components/ui/pagination";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { Sample } from "./sample";

const columns = [
  { key: "plan", header: "Plano", phone: "title" },
  { key: "amount", header: "Valor", align: "end" },
  { key: "url", header: "URL da fatura" },
  { key: "pdf", header: "PDF da fatura" },
  { key: "date", header: "Data" },
] as const;

const issuedAt = new Date("2026-11-22T17:05:00Z");
const now = new Date("2026-11-24T12:00:00Z");

export function ListSamples() {
  const rows = ["Crescer", "Começar"].map((plan) => ({
    key: plan,
    cells: {
      plan: (
        <span className="inline-flex items-center gap-2">
          {plan}
          <Badge tone="success" shape="full">
            Paga
          </Badge>
        </span>
      ),
      amount: "R$ 1.499,90",
      url: (
        <a className="link" href="#lists">
          Ver fatura
        </a>
      ),
      pdf: (
        <a className="link" href="#lists">
          Baixar PDF
        </a>
      ),
      date: <Time at={issuedAt} zone="America/Sao_Paulo" kind="date" />,
    },
  }));
  return (
    <>
      <Sample id="meters" title="Limites">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {[318, 861, 974, 1024].map((value) => (
            <Card key={value}>
              <Meter label="Membros" value={value} max={1024} />
            </Card>
          ))}
        </div>
      </Sample>
      <Sample id="lists" title="Listas">
        <Table caption="Faturas" columns={columns} rows={rows} />
        <Table
          caption="Faturas de 2025"
          columns={columns}
          rows={[]}
          empty="A primeira fatura aparece aqui."
        />
        <Pagination nextHref="/dev/ui?depois=abc" firstHref="/dev/ui" />
        <div className="grid gap-4 lg:grid-cols-2">
          <EmptyState
            drawing={<HouseDrawing part="megaphone" />}
            title="Nenhum aviso ainda"
            actions={<Button variant="primary">Escrever o primeiro aviso</Button>}
          >
            Aqui ficam os avisos programados, enviados e em rascunho.
          </EmptyState>
          <SectionCard
            id="next"
            title="Próximo aviso"
            description="Treino longo de domingo"
            actions={<Badge tone="brand">3.120 pessoas</Badge>}
          >
            <p className="text-ink2">
              <Time at={issuedAt} zone="America/Sao_Paulo" /> ·{" "}
              <Time at={issuedAt} zone="America/Sao_Paulo" relativeTo={now} />
            </p>
            <div className="mt-4 grid gap-2.5">
              <Skeleton className="h-5 w-2/3" />
              <SkeletonRows rows={2} label="Carregando…" />
            </div>
          </SectionCard>
        </div>
      </Sample>
    </>
  );
}
