import { Archive, Pencil, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuAction, MenuLine, MenuLink } from "@/components/ui/menu";
import { TabNav } from "@/components/ui/tab-nav";
import { Tabs } from "@/components/ui/tabs";
import { Tooltip } from "@/components/ui/tooltip";
import { ClientMenu } from "./client-menu";
import { Row, Sample } from "./sample";
import { sampleAction } from "./sample-action";
import { archiveSample } from "./sample-menu-action";

export function LayerSamples() {
  return (
    <Sample id="layers" title="Camadas">
      <Row>
        <Dialog
          title="Excluir Corre Vila?"
          description="3.482 pessoas saem dos 6 grupos. Não dá para desfazer."
          trigger={{ label: "Excluir comunidade", variant: "danger-quiet" }}
        >
          <ActionForm
            action={sampleAction}
            submitLabel="Excluir para sempre"
            submitVariant="danger"
            successMessage="Corre Vila foi excluída"
          >
            <TextField name="name" label="Escreva o nome para confirmar" autoComplete="off" />
          </ActionForm>
        </Dialog>
        <Dialog title="Iniciantes" kind="drawer" trigger={{ label: "Abrir gaveta" }}>
          <p>861 de 1.024 membros</p>
        </Dialog>
        <Menu label="Ações de Iniciantes">
          <MenuLink href="/dev/ui#layers" icon={<Icon of={Pencil} size={16} />}>
            Renomear
          </MenuLink>
          <MenuAction
            action={archiveSample}
            fields={{ group: "iniciantes" }}
            successMessage="Iniciantes foi arquivado"
            icon={<Icon of={Archive} size={16} />}
          >
            Arquivar
          </MenuAction>
          <MenuLine />
          <MenuAction action={archiveSample} icon={<Icon of={Trash2} size={16} />} danger>
            Excluir
          </MenuAction>
        </Menu>
        <ClientMenu />
        <Tooltip text="Aos 1.024 membros o grupo fica cheio">
          <Button>Passe por cima</Button>
        </Tooltip>
      </Row>
      <TabNav
        label="Avisos por estado"
        tabs={[
          { href: "/dev/ui?estado=todos", label: "Todos", count: "24", current: true },
          { href: "/dev/ui?estado=programados", label: "Programados", count: "3", current: false },
          { href: "/dev/ui?estado=rascunhos", label: "Rascunhos", current: false },
        ]}
      />
      <Tabs
        label="Partes do aviso"
        tabs={[
          { value: "text", label: "Texto", content: <p>O que se escreve.</p> },
          { value: "preview", label: "Prévia", content: <p>Como chega no celular.</p> },
          { value: "audience", label: "Público", content: <p>Quem recebe.</p> },
        ]}
      />
    </Sample>
  );
}
