import { FileText, FolderOpen } from 'lucide-react';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { importEndings } from '#shared/imports/files.ts';
import { textEncodings } from '#shared/rpc/schemas.ts';
import type { ImportReport } from '#shared/rpc/imports.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { whenOf } from '../history/when.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { useWork } from '../safety/work.ts';
import { Working } from '../safety/Working.tsx';
import { Back } from './Back.tsx';
import { CopyOfOurs } from './CopyOfOurs.tsx';
import { chosenFiles } from './found.ts';
import { type Importing, readOne, showImporting, startImport, takeMany, useImporting } from './importing.ts';
import { Report } from './Report.tsx';
import { Review } from './Review.tsx';
import './import.css';

/** 匯入: files from outside become meetings. */
export function Import() {
  const now = useImporting();
  const { now: work } = useWork();
  if (work?.what === 'files') return <Running />;
  switch (now.kind) {
    case 'choose':
      return <Choose />;
    case 'reading':
      return <Reading name={now.name} />;
    case 'refused':
      return <Refused {...now} />;
    case 'read':
      return now.read.source === 'foreign' ? <Review {...now} /> : <CopyOfOurs {...now} />;
    case 'many':
      return <Many {...now} />;
    case 'done':
      return <Report {...now} />;
  }
}

function Choose() {
  const t = useText('imports');
  const parts = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [reports, setReports] = useState<readonly ImportReport[]>([]);
  useEffect(() => {
    void parts.client.store.imports.reports().then((answer) => answer.ok && setReports(answer.value));
  }, [parts]);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const found = chosenFiles(target.files ?? []);
    // So that the same can be chosen again.
    target.value = '';
    if (found.length > 0) startImport(parts, found);
  };
  return (
    <Dialog title={t('title')}>
      <p>{t('choose.text')}</p>
      <div className="import-choices">
        <button type="button" className="button primary" disabled={isReadOnly} onClick={() => files.current?.click()}>
          <FileText aria-hidden />
          {t('choose.files')}
        </button>
        <button type="button" className="button" disabled={isReadOnly} onClick={() => folder.current?.click()}>
          <FolderOpen aria-hidden />
          {t('choose.folder')}
        </button>
      </div>
      <input ref={files} type="file" hidden multiple accept={importEndings.join()} data-import-files onChange={take} />
      <input ref={folder} type="file" hidden multiple {...{ webkitdirectory: '' }} data-import-folder onChange={take} />
      <p className="import-hint">{t('choose.drop')}</p>
      {reports.length > 0 && (
        <section className="import-reports">
          <h3>{t('reports')}</h3>
          <ul>
            {reports.map((report) => (
              <li key={report.id}>
                <button type="button" className="button quiet" onClick={() => showImporting({ kind: 'done', report, isTrial: false })}>
                  <span>{report.name}</span>
                  <span className="tabular import-hint">{t('reports.line', { when: whenOf(report.at), count: report.entries.length })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

function Reading({ name }: { name: string }) {
  const t = useText('imports');
  return (
    <Dialog title={t('title')} foot={<Back />}>
      <p role="status">{t('reading', { name })}</p>
    </Dialog>
  );
}

/** One sentence, and what she can do about it. */
function Refused({ chosen, error }: Extract<Importing, { kind: 'refused' }>) {
  const t = useText('imports');
  const parts = useParts();
  const isEncoding = error.code === 'file.encoding';
  return (
    <Dialog
      title={t('title')}
      foot={
        <>
          <Back />
          {isEncoding &&
            textEncodings.map((encoding) => (
              <button key={encoding} type="button" className={encoding === error.params?.['option'] ? 'button primary' : 'button'} onClick={() => void readOne(parts, { ...chosen, encoding })}>
                {t('encoding.use', { encoding: encoding === 'big5' ? 'Big5' : 'GB18030' })}
              </button>
            ))}
        </>
      }
    >
      <p role="alert" className="import-refused">
        {isEncoding ? t('encoding.text', { name: chosen.file.name, encoding: String(error.params?.['encoding'] ?? '') }) : sentence(error)}
      </p>
    </Dialog>
  );
}

/** Many files that were chosen and not read yet. */
function Many({ name, files, others }: Extract<Importing, { kind: 'many' }>) {
  const t = useText('imports');
  const parts = useParts();
  const { now } = useWork();
  const take = (isTrial: boolean) => void takeMany(parts, name, files, isTrial);
  const isIdle = now === null && files.length > 0;
  return (
    <Dialog
      title={t('many.title', { name })}
      foot={
        <>
          <Back />
          <button type="button" className="button" disabled={!isIdle} onClick={() => take(true)}>
            {t('many.try')}
          </button>
          <button type="button" className="button primary" disabled={!isIdle} onClick={() => take(false)}>
            {t('many.take', { count: files.length })}
          </button>
        </>
      }
    >
      <p>{files.length === 0 ? t('many.none', { known: importEndings.join(' ') }) : t('many.text', { count: files.length })}</p>
      {files.length > 0 && others > 0 && <p className="import-hint">{t('many.others', { count: others })}</p>}
      {now !== null && <p className="import-hint">{t('many.wait')}</p>}
    </Dialog>
  );
}

function Running() {
  const t = useText('imports');
  const { now } = useWork();
  return (
    <Dialog title={t('many.title', { name: now?.about ?? '' })}>
      <p>{t('many.running')}</p>
      <Working kinds={['files']} />
      <p className="tabular import-hint" role="status">
        {now && now.total > 0 ? t('many.far', { done: now.done, total: now.total }) : ''}
      </p>
    </Dialog>
  );
}
