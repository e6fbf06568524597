/* medfaq index: the index for search, brought up to date. */
#include "cli/command.h"
#include "cli/indexing.h"

enum exit_code command_index(struct cli *cli, int n, char **arguments)
{
    struct index_progress progress;
    (void)n;
    (void)arguments;
    struct index *index = indexing_open(cli, true, &progress);
    if (!index)
        return EXIT_NOT_FOUND;
    if (!progress.done)
        cli_complain(cli, "another medfaq is at work on the index");
    long long n_articles = index_n_articles(index);
    long long n_sections = index_n_sections(index);
    cli_print(cli, "%lld article%s, %lld section%s: %zu read, %zu removed",
              n_articles, n_articles == 1 ? "" : "s", n_sections,
              n_sections == 1 ? "" : "s", progress.n_read, progress.n_removed);
    if (progress.n_failed)
        cli_complain(cli, "%zu could not be read; medfaq list says why",
                     progress.n_failed);
    bool kept = !index_in_memory(index);
    index_close(index);
    return kept ? EXIT_DONE : EXIT_NOT_FOUND;
}
