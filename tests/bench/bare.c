/* A bare ncurses program that paints a screen read from a file, and waits:
 * what no curses program can be quicker than. */
#include <locale.h>
#include <stdio.h>

#include <curses.h>

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
    char line[4096];
    for (int row = 0; fgets(line, sizeof line, in); row++)
        mvaddstr(row, 0, line);
    fclose(in);
    move(0, 0);
    while (getch() != 'q')
        continue;
    return endwin();
}
