/** What the card of a body says of its meetings and decisions; a body without a card has what is usual. */
import { foldScript } from '#shared/text/fold.ts';
import type { BodyName, Series } from '#shared/registers/series.ts';
import type { Services } from '../services.ts';

type Loose = Readonly<Record<string, unknown>>;
const object = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const text = (value: unknown): string => (typeof value === 'string' ? foldScript(value.trim()) : '');
const count = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null);

/** The card of a body, by its names; {} where there is none. */
function cardOf({ db }: Services, { organisation, body }: BodyName): Loose {
  const [wantedOrganisation, wantedName] = [text(organisation), text(body)];
  if (wantedName === '') return {};
  const cards = db.cards.all('bodies').map(({ content }) => object(content));
  return cards.find((card) => text(card['name']) === wantedName && text(card['organisation']) === wantedOrganisation) ?? {};
}

/** The pattern that she set for the numbers of its decisions; '' where she set none. */
export function patternOf(services: Services, name: BodyName): string {
  const { numbering } = cardOf(services, name) as { numbering?: unknown };
  return typeof numbering === 'string' ? numbering.trim() : '';
}

/** What its first meeting counts as. */
export function firstOf(services: Services, name: BodyName): Series['next'] {
  const first = object(cardOf(services, name)['series']);
  return { term: count(first['term']), session: count(first['session']) };
}
