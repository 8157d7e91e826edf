"""Các biểu báo cáo khác: figures of the other forms, one below the other, each opened by Enter."""
