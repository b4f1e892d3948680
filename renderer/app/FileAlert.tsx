import {
  flushFile,
  keepBoth,
  overwriteFile,
  reloadFile,
  unlinkPlan,
  useFileLink,
} from '#stores/plan-file-link.ts';
import { linkText as text } from '#text/link.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';

/** What is wrong with the file that the plan is kept in, and what can be done; the first choice loses nothing. */
export function FileAlert() {
  const link = useFileLink();
  if (link === null) return null;
  if (link.state === 'changed') {
    return (
      <Alert
        severity="warning"
        title={text.changed(link.name)}
        actions={
          <>
            <Button size="small" variant="primary" onPress={() => void keepBoth()}>
              {text.keepBoth}
            </Button>
            <Button size="small" onPress={() => void reloadFile()}>
              {text.reload}
            </Button>
            <Button size="small" variant="danger" onPress={() => void overwriteFile()}>
              {text.overwrite}
            </Button>
          </>
        }
      >
        {text.changedRest}
      </Alert>
    );
  }
  if (link.state === 'gone') {
    return (
      <Alert
        severity="warning"
        title={text.gone(link.name)}
        actions={
          <>
            <Button size="small" onPress={() => void overwriteFile()}>
              {text.writeAgain}
            </Button>
            <Button size="small" onPress={() => void unlinkPlan()}>
              {text.unlink}
            </Button>
          </>
        }
      >
        {text.goneRest}
      </Alert>
    );
  }
  if (link.state !== 'problem') return null;
  return (
    <Alert
      severity="warning"
      title={link.problem ?? text.onlyInRehome(link.name)}
      actions={
        <Button size="small" onPress={() => void flushFile()}>
          {text.writeAgain}
        </Button>
      }
    >
      {text.problemRest}
    </Alert>
  );
}
