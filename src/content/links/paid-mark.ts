/** What stands behind every paid link, as the UK's advertising code asks: known before clicking (CAP 2.1). */
export const PAID_MARK = ' <span class="paid">(paid link)</span>';
