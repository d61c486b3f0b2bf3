package mkfsdfu.fat;

/**
 * Clusters that follow each other.
 *
 * @param first the number of the first, from 2
 * @param count how many, at least 1
 */
public record ClusterRun(int first, int count) {}
