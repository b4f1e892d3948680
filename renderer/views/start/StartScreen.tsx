import { useEffect, useState } from 'react';
import { getBridge } from '#stores/bridge.ts';
import { setTheme, useView } from '#stores/view-store.ts';
import { actionsText } from '#text/actions.ts';
import { appText } from '#text/app.ts';
import { startText as text } from '#text/start.ts';
import { Button } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Logo } from '#ui/Logo.tsx';
import { Menu, MenuItem } from '#ui/Menu.tsx';
import { Examples } from './Examples.tsx';
import { examples, readExample } from '#stores/examples.ts';
import { HeroPicture } from './HeroPicture.tsx';
import { ImportStatus } from './ImportStatus.tsx';
import { RecentPlans, useKnownPlans } from './RecentPlans.tsx';
import styles from './StartScreen.module.css';

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const;
const barIcons = { help: 'circle-question-mark', 'where-data-is': 'info', passphrase: 'lock' } as const;
const themeIcons = { system: 'monitor', light: 'sun', dark: 'moon' } as const;

function ThemeButton() {
  const theme = useView((view) => view.theme);
  return (
    <IconButton
      icon={themeIcons[theme]}
      label={text.theme[theme]}
      onPress={() => setTheme(nextTheme[theme])}
    />
  );
}

// This page is the first thing that a person sees: what it can do is loaded when it is on the screen.
async function run(action: string): Promise<void> {
  const { runAction } = await import('#actions/actions.ts');
  runAction(action);
}

async function openExample(slug: string): Promise<void> {
  const [files, { importSources }] = await Promise.all([
    readExample(slug),
    import('#stores/import-session.ts'),
  ]);
  await importSources(files);
}

function DropZone() {
  return (
    <section className={styles['drop']}>
      <span className={styles['dropIcon']}>
        <Icon name="file-plus" size={20} />
      </span>
      <div className={styles['grow']}>
        <b>{text.drop}</b>
        <p>{text.dropFormats}</p>
      </div>
      <Button
        size="large"
        variant="primary"
        icon="download"
        autoFocus
        onPress={() => void run('import-inventory')}
      >
        {text.importInventory}
      </Button>
      <Button size="large" icon="folder-open" onPress={() => void run('open-plan')}>
        {text.openPlan}
      </Button>
      {examples.length > 0 && (
        <Menu
          label={text.examples}
          placement="bottom end"
          trigger={
            <Button size="large" icon="sparkles">
              {text.tryExample}
            </Button>
          }
        >
          {examples.map((example) => (
            <MenuItem
              key={example.slug}
              icon="server"
              note={text.servers(example.servers)}
              onAction={() => void openExample(example.slug)}
            >
              {example.title}
            </MenuItem>
          ))}
        </Menu>
      )}
    </section>
  );
}

/** Where everything starts: import, open, try. */
export function StartScreen() {
  const { plans, problem, now, reload } = useKnownPlans();
  const [where, setWhere] = useState<{ readonly folder: string; readonly version: string } | null>(null);
  useEffect(() => {
    void getBridge()
      .where()
      .then((answer) => {
        if (answer.ok) setWhere(answer.value);
        return undefined;
      });
  }, []);
  return (
    <div className={styles['page']}>
      <header className={styles['bar']}>
        <Logo />
        <b>{appText.product}</b>
        <span className={styles['grow']} />
        {(['help', 'where-data-is', 'passphrase'] as const).map((id) => (
          <IconButton
            key={id}
            icon={barIcons[id]}
            label={actionsText.title[id]}
            onPress={() => void run(id)}
          />
        ))}
        <ThemeButton />
      </header>
      <div className={styles['scroll']}>
        <main className={styles['main']}>
          <section className={styles['hero']}>
            <div>
              <h1>{text.title}</h1>
              <p>{text.lead}</p>
            </div>
            <HeroPicture />
          </section>
          <div>
            <ImportStatus />
            <DropZone />
          </div>
          <div className={styles['columns']} data-single={plans.length === 0 || undefined}>
            {(plans.length > 0 || problem !== null) && (
              <RecentPlans plans={plans} problem={problem} now={now} onChanged={reload} />
            )}
            <Examples onOpen={(slug) => void openExample(slug)} onTour={() => void run('tour')} />
          </div>
        </main>
      </div>
      <footer className={styles['foot']} title={where === null ? undefined : text.where(where.folder)}>
        <Icon name="lock" size={14} />
        {text.promise}
        <span className={styles['grow']} />
        {where !== null && `${appText.product} ${where.version}`}
      </footer>
    </div>
  );
}
