/// What runs cost: the price table, sums, and the limit of a day. Uses `project` and `history`;
/// knows no provider.
@NullMarked
package dev.easel.cost;

import org.jspecify.annotations.NullMarked;
