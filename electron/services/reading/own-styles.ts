/** The styles by which a Word file of this program is known again, after other programs have saved it too: they keep names, not ids. */
import { styleIds } from '#electron/docx/layout.ts';
import { builtIn } from '#electron/docx/styles.ts';
import { layouts } from '#shared/layouts/index.ts';
import { type StyleName, styleNames } from '#shared/minutes/styles.ts';

const byName = new Map<string, StyleName>();
for (const layout of Object.values(layouts)) {
  for (const name of styleNames) {
    const words = layout.styles[name].name;
    for (const one of [builtIn[name], words?.Hant, words?.Hans]) if (one !== undefined) byName.set(one.toLowerCase(), name);
  }
}
const byId = new Map(styleNames.map((name) => [styleIds[name], name]));

/** Which of our styles a style of a file is, by its name in Word or its id; undefined where it is none of ours. */
export const ownStyle = (name: string, id: string): StyleName | undefined => byName.get(name.toLowerCase()) ?? byId.get(id);
