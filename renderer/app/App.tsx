import { PanelLeft, PanelRight } from 'lucide-react';
import { type CSSProperties, type ReactNode, useState, useSyncExternalStore } from 'react';
import { Comments } from '../comments/Comments.tsx';
import { Directory } from '../directory/Directory.tsx';
import { ExportMany } from '../export/ExportMany.tsx';
import { ExportWindow } from '../export/ExportWindow.tsx';
import { useText } from '../i18n/i18n.ts';
import { NameVersion } from '../history/NameVersion.tsx';
import { Import } from '../importing/Import.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { Kit } from '../kit/Kit.tsx';
import { LayoutsWindow } from '../layouts/LayoutsWindow.tsx';
import { OfficialWindow } from '../layouts/OfficialWindow.tsx';
import { Library } from '../library/Library.tsx';
import { NewMeeting } from '../library/NewMeeting.tsx';
import { Rename } from '../library/Rename.tsx';
import { OwnWindow } from '../own/OwnWindow.tsx';
import { SaveTemplate } from '../own/SaveTemplate.tsx';
import { About } from '../palette/About.tsx';
import { Palette } from '../palette/Palette.tsx';
import { Settings } from '../palette/Settings.tsx';
import { Shortcuts } from '../palette/Shortcuts.tsx';
import { ProofWindow } from '../proof/ProofWindow.tsx';
import { Safety } from '../safety/Safety.tsx';
import { MatterHistory } from '../registers/MatterHistory.tsx';
import { Registers } from '../registers/Registers.tsx';
import { RescuedText, SafetyBars } from '../saving/SafetyBars.tsx';
import { useFound } from '../search/use-found.ts';
import { BeginCorrection } from '../stages/BeginCorrection.tsx';
import { TakeStage } from '../stages/TakeStage.tsx';
import { StatusLine } from '../status/StatusLine.tsx';
import { Toolbar } from '../toolbar/Toolbar.tsx';
import { useApp, useParts } from './context.ts';
import { MenuBar } from './MenuBar.tsx';
import { OpenLink } from './OpenLink.tsx';
import { isNarrow } from './panes.ts';
import { Splitter } from './Splitter.tsx';
import { TextArea } from './TextArea.tsx';
import { Toasts } from './Toasts.tsx';
import { useKeys } from './use-keys.ts';
import { useTitle } from './use-title.ts';
import './app.css';

const onResize = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

/** The window. */
export function App() {
  useKeys();
  useTitle();
  useFound();
  const t = useText('app');
  const { app } = useParts();
  const settings = useApp((state) => state.settings);
  const hasMenuBar = useApp((state) => state.info.menuBar);
  const drawer = useApp((state) => state.inspectorDrawer);
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  const register = useApp((state) => state.register);
  const isComparing = useApp((state) => state.comparing !== null || state.previewing !== null || state.register !== null);
  const narrow = useSyncExternalStore(onResize, isNarrow);
  const [dragged, setDragged] = useState<{ library?: number; inspector?: number }>({});
  const library = dragged.library ?? settings.libraryWidth;
  const inspector = dragged.inspector ?? settings.inspectorWidth;
  const showInspector = narrow ? drawer : settings.inspectorOpen;
  const { change, set } = app.getState();

  return (
    <div className="window" style={{ '--library': `${library}px`, '--inspector': `${inspector}px` } as CSSProperties}>
      {!hasMenuBar && <MenuBar />}
      <SafetyBars />
      <div className="panes">
        {settings.libraryOpen && (
          <nav className="pane library-pane" data-pane="library" aria-label={t('pane.library')}>
            <Library />
            <Splitter
              label={t('resizeLibrary')}
              side="left"
              width={library}
              least={180}
              most={600}
              onMove={(width) => setDragged((now) => ({ ...now, library: width }))}
              onRest={(width) => void change({ libraryWidth: width }).then(() => setDragged({}))}
            />
          </nav>
        )}
        <main className="pane text-pane" data-pane="text" aria-label={t('pane.text')}>
          <header className="text-bar">
            <PaneButton isOpen={settings.libraryOpen} label={t('showLibrary')} onClick={() => void change({ libraryOpen: !settings.libraryOpen })}>
              <PanelLeft />
            </PaneButton>
            <div className="text-tools" data-pane="toolbar" inert={isComparing}>
              {session && <Toolbar session={session} />}
            </div>
            <PaneButton
              isOpen={showInspector}
              label={t('showInspector')}
              onClick={() => (narrow ? set({ inspectorDrawer: !drawer }) : void change({ inspectorOpen: !settings.inspectorOpen }))}
            >
              <PanelRight />
            </PaneButton>
          </header>
          {register && <Registers register={register} />}
          <div className="text-place" hidden={register !== null}>
            <TextArea />
          </div>
        </main>
        {showInspector && (
          <aside className="pane inspector-pane" data-pane="inspector" data-drawer={narrow || undefined} aria-label={t('pane.inspector')}>
            <Splitter
              label={t('resizeInspector')}
              side="right"
              width={inspector}
              least={220}
              most={600}
              onMove={(width) => setDragged((now) => ({ ...now, inspector: width }))}
              onRest={(width) => void change({ inspectorWidth: width }).then(() => setDragged({}))}
            />
            <Inspector />
          </aside>
        )}
      </div>
      <StatusLine />
      <OpenDialog />
      <Toasts />
    </div>
  );
}

interface PaneButtonProps {
  isOpen: boolean;
  label: string;
  onClick(): void;
  children: ReactNode;
}

function PaneButton({ isOpen, label, onClick, children }: PaneButtonProps) {
  return (
    <button type="button" className="icon-button" aria-pressed={isOpen} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}

function OpenDialog() {
  const dialog = useApp((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'newMeeting':
      return <NewMeeting {...dialog} />;
    case 'rename':
      return <Rename {...dialog} />;
    case 'proof':
      return <ProofWindow {...dialog} />;
    case 'export':
      return <ExportWindow {...dialog} />;
    case 'exportMany':
      return <ExportMany />;
    case 'nameVersion':
      return <NameVersion {...dialog} />;
    case 'matterHistory':
      return <MatterHistory {...dialog} />;
    case 'rescued':
      return <RescuedText {...dialog} />;
    case 'saveTemplate':
      return <SaveTemplate {...dialog} />;
    case 'own':
      return <OwnWindow {...dialog} />;
    case 'comments':
      return <Comments />;
    case 'import':
      return <Import />;
    case 'layouts':
      return <LayoutsWindow />;
    case 'official':
      return <OfficialWindow />;
    case 'kit':
      return <Kit />;
    case 'stage':
      return <TakeStage {...dialog} />;
    case 'correct':
      return <BeginCorrection />;
    case 'openLink':
      return <OpenLink {...dialog} />;
    case 'palette':
      return <Palette />;
    case 'settings':
      return <Settings />;
    case 'safety':
      return <Safety {...dialog} />;
    case 'directory':
      return <Directory {...dialog} />;
    case 'shortcuts':
      return <Shortcuts />;
    case 'about':
      return <About />;
  }
}
