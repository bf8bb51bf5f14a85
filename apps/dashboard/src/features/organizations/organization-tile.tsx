import { initialsOf } from '../../ui/initials-of.ts';
import { tileColor } from './tile-color.ts';

interface OrganizationTileProps {
  readonly organization: { readonly id: string; readonly name: string };
}

/** The coloured square that stands for an organisation wherever its name does. */
export function OrganizationTile({ organization }: OrganizationTileProps) {
  return (
    <span
      aria-hidden="true"
      style={{ background: tileColor(organization.id) }}
      className="grid size-5.5 shrink-0 place-items-center rounded-[5px] text-tiny leading-none font-semibold tracking-[0.02em] text-org-foreground"
    >
      {initialsOf(organization.name)}
    </span>
  );
}
