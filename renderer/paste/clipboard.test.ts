import { describe, expect, it } from 'vitest';
import { clippingOf, linesOf } from './clipboard.ts';

const clipboard = (parts: Record<string, string>, files: File[] = []) => ({ types: Object.keys(parts), files, getData: (type: string) => parts[type] ?? '' });
const photo = new File([new Uint8Array([1])], 'photo.png', { type: 'image/png' });

describe('a paste', () => {
  it('of this program’s own text is left to the editor', () =>
    expect(clippingOf(clipboard({ 'application/x-lexical-editor': '{}', 'text/html': '<p>會議</p>', 'text/plain': '會議' }))).toEqual({ kind: 'own' }));
  it('of a document is read as HTML', () =>
    expect(clippingOf(clipboard({ 'text/html': '<p>會議</p>', 'text/plain': '會議' }))).toMatchObject({ kind: 'html', html: '<p>會議</p>' }));
  it('of a screenshot is the picture', () => expect(clippingOf(clipboard({}, [photo]))).toEqual({ kind: 'pictures', pictures: [photo] }));
  it('of a picture of a page is the picture, not its name', () =>
    expect(clippingOf(clipboard({ 'text/html': '<img src="https://example.org/a.png">' }, [photo]))).toEqual({ kind: 'pictures', pictures: [photo] }));
  it('of cells of a sheet is their table, not a picture of it', () =>
    expect(clippingOf(clipboard({ 'text/html': '<table><tr><td>1</td></tr></table>', 'text/plain': '1' }, [photo]))).toMatchObject({ kind: 'html' }));
  it('of text has one kind of line end and no control characters', () =>
    expect(clippingOf(clipboard({ 'text/plain': '一\r\n二\u0000' }))).toEqual({ kind: 'text', text: '一\n二' }));
  it('of nothing is nothing', () => expect(clippingOf(clipboard({}))).toEqual({ kind: 'nothing' }));
});

it('lines keep their indent and lose only empty ones', () => expect(linesOf('　　會議開始 \n\n散會\n')).toEqual(['　　會議開始', '散會']));
