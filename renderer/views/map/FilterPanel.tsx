import { filterKeys, isFiltering, type FilterChoice, type FilterKey } from '#core/projections/map-filter.ts';
import { clearFilter, hideFilteredOut, toggleFilter, useMap } from '#stores/map-store.ts';
import { mapToolsText as text } from '#text/map-tools.ts';
import { Button } from '#ui/Button.tsx';
import { FilterChip } from '#ui/FilterChip.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import styles from './FilterPanel.module.css';

/** What of the map stands out: any of the chosen values, of each line that has one. */
export function FilterPanel({
  choices,
}: {
  readonly choices: Readonly<Record<FilterKey, readonly FilterChoice[]>>;
}) {
  const filter = useMap((map) => map.filter);
  const hides = useMap((map) => map.hides);
  return (
    <div className={styles['panel']}>
      {filterKeys.map((key) => {
        // What is wanted stays in sight when nothing has it in the shown state.
        const absent = filter[key].filter((value) => !choices[key].some((each) => each.value === value));
        const shown = [...choices[key], ...absent.map((value) => ({ value, count: 0 }))];
        return (
          <section key={key} role="group" aria-label={text.filterNames[key]}>
            <h3>{text.filterNames[key]}</h3>
            <div className={styles['values']}>
              {shown.map(({ value, count }) => (
                <FilterChip
                  key={value}
                  label={text.filterValue(key, value)}
                  count={count}
                  isOn={filter[key].includes(value)}
                  onPress={() => toggleFilter(key, value)}
                />
              ))}
            </div>
          </section>
        );
      })}
      <div className={styles['foot']}>
        <span>{text.filterMode}</span>
        <SegmentedControl<'steps-back' | 'hidden'>
          label={text.filterMode}
          value={hides ? 'hidden' : 'steps-back'}
          onChange={(value) => hideFilteredOut(value === 'hidden')}
          options={[
            { value: 'steps-back', label: text.stepsBack },
            { value: 'hidden', label: text.isHidden },
          ]}
        />
        <Button size="small" variant="quiet" isDisabled={!isFiltering(filter)} onPress={clearFilter}>
          {text.clear}
        </Button>
      </div>
    </div>
  );
}
