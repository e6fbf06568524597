/* A bare ncurses program that paints a screen of a file, goes a line down at
 * "j", and waits: what no curses program can be quicker than. */
#include <locale.h>
#include <stdio.h>

#include <curses.h>

static void add_lines(FILE *in, int first_row)
{
    char line[4096];
    for (int row = first_row; row < LINES - 1; row++)
        mvaddstr(row, 0, fgets(line, sizeof line, in) ? line : "");
    move(LINES - 1, 0);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!in || !initscr())
        return 1;
    start_color();
    use_default_colors();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    idlok(stdscr, TRUE);
    scrollok(stdscr, TRUE);
    setscrreg(0, LINES - 2);
    add_lines(in, 0);
    for (int key = 0; key != 'q' && key != ERR; key = getch())
        if (key == 'j') {
            scrl(1);
            add_lines(in, LINES - 2);
        }
    fclose(in);
    return endwin();
}
