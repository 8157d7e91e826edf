/* Starts the version of the program that is in use.
 *
 *   <folder>\Reception.exe       this, for the desktop
 *   <folder>\reception-cli.exe   this, for a console
 *   <folder>\current.txt         the version in use, as 1.2.3
 *   <folder>\versions\1.2.3\     that version, with CPython in runtime\
 *
 * CPython runs in this process, isolated from whatever else is installed: no environment variable
 * and no registry key of another Python is read.
 */
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#include <shellapi.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST 32768
#define MOST_VERSION 32

typedef int (*python_main)(int, wchar_t **);

static const wchar_t *OWN_WORDS[] = {L"-I", L"-X", L"utf8", L"-m", L"reception"};
#define OWN_COUNT (sizeof OWN_WORDS / sizeof *OWN_WORDS)

static int refuse(const wchar_t *why, const wchar_t *what)
{
    static wchar_t text[MOST];
    swprintf(text, MOST,
             L"Chương trình không khởi động được: %ls\n%ls\n\n"
             L"Hãy chạy lại tệp cài đặt. Sổ hồ sơ không bị động đến.",
             why, what);
#ifdef CONSOLE
    _setmode(_fileno(stderr), _O_U8TEXT);
    fwprintf(stderr, L"%ls\n", text);
#else
    MessageBoxW(NULL, text, L"Một cửa", MB_ICONERROR);
#endif
    return 3;
}

/* The folder of this program, without a trailing backslash. */
static void own_folder(wchar_t *folder)
{
    DWORD length = GetModuleFileNameW(NULL, folder, MOST);
    while (length && folder[length - 1] != L'\\')
        length--;
    folder[length ? length - 1 : 0] = 0;
}

/* The version in use; figures and dots only, so that it leads nowhere else. */
static int read_version(const wchar_t *folder, wchar_t *version)
{
    static wchar_t path[MOST];
    int length = 0, letter;
    swprintf(path, MOST, L"%ls\\current.txt", folder);
    FILE *file = _wfopen(path, L"rb");
    if (!file)
        return 0;
    while (length < MOST_VERSION - 1 && (letter = fgetc(file)) != EOF &&
           ((letter >= '0' && letter <= '9') || letter == '.'))
        version[length++] = (wchar_t)letter;
    fclose(file);
    version[length] = 0;
    return length;
}

static int start(int argc, wchar_t **argv)
{
    static wchar_t folder[MOST], runtime[MOST], library[MOST], version[MOST_VERSION];
    own_folder(folder);
    if (!read_version(folder, version))
        return refuse(L"thiếu tệp current.txt", folder);
    swprintf(runtime, MOST, L"%ls\\versions\\%ls\\runtime", folder, version);
    swprintf(library, MOST, L"%ls\\" PYTHON_DLL, runtime);
    SetDllDirectoryW(runtime);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    python_main run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run)
        return refuse(L"tệp bị thiếu hoặc hỏng", library);
    wchar_t **words = calloc(argc + OWN_COUNT + 1, sizeof *words);
    int count = 0;
    words[count++] = argv[0];
    for (size_t i = 0; i < OWN_COUNT; i++)
        words[count++] = (wchar_t *)OWN_WORDS[i];
    for (int i = 1; i < argc; i++)
        words[count++] = argv[i];
    return run(count, words);
}

#ifdef CONSOLE
int wmain(int argc, wchar_t **argv)
{
    return start(argc, argv);
}
#else
int WINAPI wWinMain(HINSTANCE own, HINSTANCE none, PWSTR line, int show)
{
    (void)own, (void)none, (void)line, (void)show;
    int argc = 0;
    wchar_t **argv = CommandLineToArgvW(GetCommandLineW(), &argc);
    return start(argc, argv);
}
#endif
