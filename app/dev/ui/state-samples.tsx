import { Bell, Plus } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Sample } from "./sample";

const variants = ["primary", "secondary", "quiet", "danger", "danger-quiet"] as const;
const tones = ["neutral", "brand", "primary", "success", "warning", "danger", "info"] as const;

export function StateSamples() {
  return (
    <>
      <Sample id="buttons" title="Botões">
        {(["sm", "md", "lg"] as const).map((size) => (
          <Row key={size}>
            {variants.map((variant) => (
              <Button key={variant} variant={variant} size={size} icon={<Icon of={Plus} size={16} />}>
                Enviar para 3.120 pessoas
              </Button>
            ))}
          </Row>
        ))}
        <Row>
          <Button disabled>Indisponível</Button>
          <Button variant="primary" disabled>
            Indisponível
          </Button>
          <LinkButton href="/">Um link</LinkButton>
          <IconButton label="Notificações" icon={<Icon of={Bell} />} />
          <IconButton label="Notificações desligadas" icon={<Icon of={Bell} />} disabled />
          <CopyButton text="https://exemplo.com.br/entrar" label="Copiar link" />
        </Row>
      </Sample>
      <Sample id="badges" title="Etiquetas">
        <Row>
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </Row>
        <Row>
          <Badge shape="empty">Rascunho</Badge>
          <Badge shape="quarter" tone="info">
            Programado
          </Badge>
          <Badge shape="half" tone="primary">
            Enviando
          </Badge>
          <Badge shape="full" tone="success">
            Concluído
          </Badge>
          <Badge shape="cross" tone="danger">
            Falhou
          </Badge>
        </Row>
      </Sample>
      <Sample id="alerts" title="Avisos na página">
        <Alert title="Programado para sábado às 18h">Dá para mudar até lá.</Alert>
        <Alert tone="success">O convite foi enviado para ana@exemplo.com.br.</Alert>
        <Alert
          tone="warning"
          title="Faltam 50 lugares em Longão de domingo"
          actions={<Button size="sm">Dividir em dois</Button>}
        >
          Aos 1.024 membros o WhatsApp não deixa mais ninguém entrar.
        </Alert>
        <Alert tone="danger" title="O cartão foi recusado pelo banco em 20 de nov.">
          Atualize até 27 de nov. para não parar os envios.{" "}
          <a className="link" href="#alerts">
            Ver faturas
          </a>
        </Alert>
      </Sample>
    </>
  );
}
