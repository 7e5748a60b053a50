/** Papers that letters are printed on, by the words of the wire. */
export const PAPERS = [{ value: 'a4', label: 'A4' }, { value: 'f4', label: 'F4' }, { value: 'legal', label: 'Legal' }];

/** What offices call a paper. */
export const paperName = (paper: string): string => PAPERS.find(({ value }) => value === paper)?.label ?? paper;
