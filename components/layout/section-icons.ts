import {
  ChartColumn,
  CreditCard,
  House,
  Inbox,
  Lightbulb,
  type LucideIcon,
  Megaphone,
  Settings,
  UsersRound,
  Warehouse,
  Workflow,
} from "lucide-react";
import type { StaffSection } from "./staff-sections";

export const sectionIcons: Record<StaffSection, LucideIcon> = {
  home: House,
  communities: Warehouse,
  announcements: Megaphone,
  inbox: Inbox,
  feedback: Lightbulb,
  members: UsersRound,
  automations: Workflow,
  analytics: ChartColumn,
  billing: CreditCard,
  settings: Settings,
};
